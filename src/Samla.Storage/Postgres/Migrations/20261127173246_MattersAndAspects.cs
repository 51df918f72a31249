using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MattersAndAspects : Migration
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
        }
    }
}
