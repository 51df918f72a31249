using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Section = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Regions = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<int>(type: "integer", nullable: true),
                    Page = table.Column<int>(type: "integer", nullable: true),
                    CodeId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    CodeVersion = table.Column<int>(type: "integer", nullable: true),
                    TiedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TiedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
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
