using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PrintedClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PrintedClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Regions = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<int>(type: "INTEGER", nullable: true),
                    Page = table.Column<int>(type: "INTEGER", nullable: true),
                    CodeId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    CodeVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    TiedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TiedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintedClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrintedClaims_Codes_RoundId_CodeId",
                        columns: x => new { x.RoundId, x.CodeId },
                        principalTable: "Codes",
                        principalColumns: new[] { "RoundId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_PrintedClaims_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PrintedClaims_RoundId_CodeId",
                table: "PrintedClaims",
                columns: new[] { "RoundId", "CodeId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PrintedClaims_RoundId_Year_Number",
                table: "PrintedClaims",
                columns: new[] { "RoundId", "Year", "Number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "PrintedClaims");
        }
    }
}
