using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Suggestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SuggestionVerdicts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CodeId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Start = table.Column<int>(type: "integer", nullable: false),
                    Length = table.Column<int>(type: "integer", nullable: false),
                    Confidence = table.Column<double>(type: "double precision", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    GivenCodeId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestionVerdicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SuggestionVerdicts_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionVerdicts_RoundId_Verdict",
                table: "SuggestionVerdicts",
                columns: new[] { "RoundId", "Verdict" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionVerdicts_SourceId_Start",
                table: "SuggestionVerdicts",
                columns: new[] { "SourceId", "Start" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "SuggestionVerdicts");
        }
    }
}
