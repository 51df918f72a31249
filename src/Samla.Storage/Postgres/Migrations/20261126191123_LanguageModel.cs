using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LanguageModel : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Suggester",
                table: "SuggestionVerdicts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "Kodförslag"
            );

            migrationBuilder.CreateTable(
                name: "ModelAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Host = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Model = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    PromptVersion = table.Column<int>(type: "integer", nullable: false),
                    Prompt = table.Column<string>(type: "text", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    Ending = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kept = table.Column<int>(type: "integer", nullable: false),
                    ThrownAway = table.Column<int>(type: "integer", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModelAnswers_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ModelAnswers_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ModelAnswers_RoundId_AskedAt",
                table: "ModelAnswers",
                columns: new[] { "RoundId", "AskedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ModelAnswers_SourceId_AskedAt",
                table: "ModelAnswers",
                columns: new[] { "SourceId", "AskedAt" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ModelAnswers");

            migrationBuilder.DropColumn(name: "Suggester", table: "SuggestionVerdicts");
        }
    }
}
