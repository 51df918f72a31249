using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 2000,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "Editions",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(name: "DecidedOn", table: "Editions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Handlers",
                table: "Editions",
                type: "TEXT",
                maxLength: 500,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "PresentedBy",
                table: "Editions",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "RecordNumber",
                table: "Editions",
                type: "TEXT",
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
