using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FactChecksAndReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChapterComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SectionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Sentence = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    IsHeeded = table.Column<bool>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChapterComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChapterComments_Chapters_RoundId_SectionId",
                        columns: x => new { x.RoundId, x.SectionId },
                        principalTable: "Chapters",
                        principalColumns: new[] { "RoundId", "SectionId" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ChapterComments_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ChapterReviews",
                columns: table => new
                {
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SectionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Signed = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ChapterReviews",
                        x => new
                        {
                            x.RoundId,
                            x.SectionId,
                            x.AccountId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ChapterReviews_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ChapterReviews_Chapters_RoundId_SectionId",
                        columns: x => new { x.RoundId, x.SectionId },
                        principalTable: "Chapters",
                        principalColumns: new[] { "RoundId", "SectionId" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FactCheckAnswers",
                columns: table => new
                {
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ReporterId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SectionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Heading = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: false),
                    Proposal = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: false),
                    EditionNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RepliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RepliedBy = table.Column<string>(type: "TEXT", nullable: true),
                    IsReplied = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_FactCheckAnswers",
                        x => new
                        {
                            x.RoundId,
                            x.ReporterId,
                            x.Statement,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_FactCheckAnswers_Reporters_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "Reporters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_FactCheckAnswers_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FactChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FactChecks_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FactCheckLetters",
                columns: table => new
                {
                    FactCheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactCheckLetters", x => new { x.FactCheckId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_FactCheckLetters_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_FactCheckLetters_FactChecks_FactCheckId",
                        column: x => x.FactCheckId,
                        principalTable: "FactChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FactCheckParts",
                columns: table => new
                {
                    FactCheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReporterId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneBy = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactCheckParts", x => new { x.FactCheckId, x.ReporterId });
                    table.ForeignKey(
                        name: "FK_FactCheckParts_FactChecks_FactCheckId",
                        column: x => x.FactCheckId,
                        principalTable: "FactChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_FactCheckParts_Reporters_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "Reporters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ChapterComments_DocumentId",
                table: "ChapterComments",
                column: "DocumentId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ChapterComments_RoundId_SectionId",
                table: "ChapterComments",
                columns: new[] { "RoundId", "SectionId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ChapterReviews_AccountId",
                table: "ChapterReviews",
                column: "AccountId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_FactCheckAnswers_ReporterId",
                table: "FactCheckAnswers",
                column: "ReporterId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_FactCheckLetters_AccountId",
                table: "FactCheckLetters",
                column: "AccountId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_FactCheckParts_ReporterId",
                table: "FactCheckParts",
                column: "ReporterId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_RoundId_Number",
                table: "FactChecks",
                columns: new[] { "RoundId", "Number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ChapterComments");

            migrationBuilder.DropTable(name: "ChapterReviews");

            migrationBuilder.DropTable(name: "FactCheckAnswers");

            migrationBuilder.DropTable(name: "FactCheckLetters");

            migrationBuilder.DropTable(name: "FactCheckParts");

            migrationBuilder.DropTable(name: "FactChecks");
        }
    }
}
