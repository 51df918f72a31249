using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Assessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AssessmentForms",
                columns: table => new
                {
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AllowsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    NeedsEvidence = table.Column<bool>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedOutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LevelText = table.Column<string>(type: "TEXT", nullable: false),
                    QuestionText = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentForms", x => new { x.RoundId, x.Id });
                    table.ForeignKey(
                        name: "FK_AssessmentForms_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FormId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Expert = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HandedOutBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HandedOutAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessments_AssessmentForms_RoundId_FormId",
                        columns: x => new { x.RoundId, x.FormId },
                        principalTable: "AssessmentForms",
                        principalColumns: new[] { "RoundId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Assessments_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AssessmentSettlements",
                columns: table => new
                {
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FormId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AssessmentSettlements",
                        x => new
                        {
                            x.RoundId,
                            x.FormId,
                            x.SourceId,
                            x.QuestionId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AssessmentSettlements_AssessmentForms_RoundId_FormId",
                        columns: x => new { x.RoundId, x.FormId },
                        principalTable: "AssessmentForms",
                        principalColumns: new[] { "RoundId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_AssessmentSettlements_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AssessmentAnswers",
                columns: table => new
                {
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentAnswers", x => new { x.AssessmentId, x.QuestionId });
                    table.ForeignKey(
                        name: "FK_AssessmentAnswers_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AssessmentEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentEvidence_AssessmentAnswers_AssessmentId_QuestionId",
                        columns: x => new { x.AssessmentId, x.QuestionId },
                        principalTable: "AssessmentAnswers",
                        principalColumns: new[] { "AssessmentId", "QuestionId" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentEvidence_AssessmentId_QuestionId",
                table: "AssessmentEvidence",
                columns: new[] { "AssessmentId", "QuestionId" }
            );

            migrationBuilder.CreateIndex(name: "IX_Assessments_Expert", table: "Assessments", column: "Expert");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_RoundId_FormId_SourceId_Expert",
                table: "Assessments",
                columns: new[] { "RoundId", "FormId", "SourceId", "Expert" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Assessments_SourceId", table: "Assessments", column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSettlements_SourceId",
                table: "AssessmentSettlements",
                column: "SourceId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AssessmentEvidence");

            migrationBuilder.DropTable(name: "AssessmentSettlements");

            migrationBuilder.DropTable(name: "AssessmentAnswers");

            migrationBuilder.DropTable(name: "Assessments");

            migrationBuilder.DropTable(name: "AssessmentForms");
        }
    }
}
