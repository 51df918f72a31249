using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MattersAndComparisons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Aspect",
                table: "Codes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "EarlierNotAsked",
                table: "AcceptedClaims",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "EarlierSays",
                table: "AcceptedClaims",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "EarlierSilent",
                table: "AcceptedClaims",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<int>(
                name: "EarlierYear",
                table: "AcceptedClaims",
                type: "integer",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsEarlierPrinted",
                table: "AcceptedClaims",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "MatterAnswers",
                columns: table => new
                {
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    CodeId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SavedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatterAnswers", x => new { x.RoundId, x.CodeId });
                    table.ForeignKey(
                        name: "FK_MatterAnswers_Codes_RoundId_CodeId",
                        columns: x => new { x.RoundId, x.CodeId },
                        principalTable: "Codes",
                        principalColumns: new[] { "RoundId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "MatterAnswers");

            migrationBuilder.DropColumn(name: "Aspect", table: "Codes");

            migrationBuilder.DropColumn(name: "EarlierNotAsked", table: "AcceptedClaims");

            migrationBuilder.DropColumn(name: "EarlierSays", table: "AcceptedClaims");

            migrationBuilder.DropColumn(name: "EarlierSilent", table: "AcceptedClaims");

            migrationBuilder.DropColumn(name: "EarlierYear", table: "AcceptedClaims");

            migrationBuilder.DropColumn(name: "IsEarlierPrinted", table: "AcceptedClaims");
        }
    }
}
