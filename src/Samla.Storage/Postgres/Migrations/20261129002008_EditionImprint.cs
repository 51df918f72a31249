using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class EditionImprint : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ChangeNote",
                table: "Editions",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "Editions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(name: "DecidedOn", table: "Editions", type: "date", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Handlers",
                table: "Editions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "PresentedBy",
                table: "Editions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "RecordNumber",
                table: "Editions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "ChangeNote", table: "Editions");

            migrationBuilder.DropColumn(name: "DecidedBy", table: "Editions");

            migrationBuilder.DropColumn(name: "DecidedOn", table: "Editions");

            migrationBuilder.DropColumn(name: "Handlers", table: "Editions");

            migrationBuilder.DropColumn(name: "PresentedBy", table: "Editions");

            migrationBuilder.DropColumn(name: "RecordNumber", table: "Editions");
        }
    }
}
