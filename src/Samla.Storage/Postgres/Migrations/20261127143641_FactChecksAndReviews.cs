using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SectionId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Who = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Sentence = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WrittenBy = table.Column<string>(type: "text", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reply = table.Column<string>(type: "text", nullable: true),
                    IsHeeded = table.Column<bool>(type: "boolean", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "text", nullable: true),
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
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SectionId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AskedBy = table.Column<string>(type: "text", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Signed = table.Column<string>(type: "text", nullable: true),
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
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ReporterId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Statement = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SectionId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Heading = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Comment = table.Column<string>(type: "text", nullable: false),
                    Proposal = table.Column<string>(type: "text", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnsweredBy = table.Column<string>(type: "text", nullable: false),
                    EditionNumber = table.Column<int>(type: "integer", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Reply = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RepliedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RepliedBy = table.Column<string>(type: "text", nullable: true),
                    IsReplied = table.Column<bool>(type: "boolean", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Message = table.Column<string>(type: "text", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OpenedBy = table.Column<string>(type: "text", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
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
                    FactCheckId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Trouble = table.Column<string>(type: "text", nullable: true),
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
                    FactCheckId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReporterId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneBy = table.Column<string>(type: "text", nullable: true),
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
