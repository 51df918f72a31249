using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DoubleCoding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DoubleCodings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AbandonedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleCodings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoubleCodings_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "EditionAttributions",
                columns: table => new
                {
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttributionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodeId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ReporterId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionAttributions", x => new { x.EditionId, x.AttributionId });
                    table.ForeignKey(
                        name: "FK_EditionAttributions_Editions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "Editions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_EditionAttributions_Reporters_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "Reporters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DoubleCoders",
                columns: table => new
                {
                    DoubleCodingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Coder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleCoders", x => new { x.DoubleCodingId, x.Coder });
                    table.ForeignKey(
                        name: "FK_DoubleCoders_DoubleCodings_DoubleCodingId",
                        column: x => x.DoubleCodingId,
                        principalTable: "DoubleCodings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DoubleCodingSources",
                columns: table => new
                {
                    DoubleCodingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleCodingSources", x => new { x.DoubleCodingId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_DoubleCodingSources_DoubleCodings_DoubleCodingId",
                        column: x => x.DoubleCodingId,
                        principalTable: "DoubleCodings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_DoubleCodingSources_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BlindCodings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DoubleCodingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CodeId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", nullable: false),
                    Coder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CodedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlindCodings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BlindCodings_Codes_RoundId_CodeId",
                        columns: x => new { x.RoundId, x.CodeId },
                        principalTable: "Codes",
                        principalColumns: new[] { "RoundId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_BlindCodings_DoubleCodingSources_DoubleCodingId_SourceId",
                        columns: x => new { x.DoubleCodingId, x.SourceId },
                        principalTable: "DoubleCodingSources",
                        principalColumns: new[] { "DoubleCodingId", "SourceId" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BlindReadings",
                columns: table => new
                {
                    DoubleCodingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reader = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_BlindReadings",
                        x => new
                        {
                            x.DoubleCodingId,
                            x.SourceId,
                            x.Reader,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_BlindReadings_DoubleCodingSources_DoubleCodingId_SourceId",
                        columns: x => new { x.DoubleCodingId, x.SourceId },
                        principalTable: "DoubleCodingSources",
                        principalColumns: new[] { "DoubleCodingId", "SourceId" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Settlements",
                columns: table => new
                {
                    DoubleCodingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodeId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    IsGiven = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_Settlements",
                        x => new
                        {
                            x.DoubleCodingId,
                            x.SourceId,
                            x.CodeId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_Settlements_DoubleCodingSources_DoubleCodingId_SourceId",
                        columns: x => new { x.DoubleCodingId, x.SourceId },
                        principalTable: "DoubleCodingSources",
                        principalColumns: new[] { "DoubleCodingId", "SourceId" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_BlindCodings_DoubleCodingId_SourceId_Coder_CodeId_Start_Length",
                table: "BlindCodings",
                columns: new[] { "DoubleCodingId", "SourceId", "Coder", "CodeId", "Start", "Length" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_BlindCodings_RoundId_CodeId",
                table: "BlindCodings",
                columns: new[] { "RoundId", "CodeId" }
            );

            migrationBuilder.CreateIndex(name: "IX_DoubleCodings_RoundId", table: "DoubleCodings", column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_DoubleCodingSources_SourceId",
                table: "DoubleCodingSources",
                column: "SourceId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_EditionAttributions_EditionId_CodeId",
                table: "EditionAttributions",
                columns: new[] { "EditionId", "CodeId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_EditionAttributions_ReporterId",
                table: "EditionAttributions",
                column: "ReporterId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "BlindCodings");

            migrationBuilder.DropTable(name: "BlindReadings");

            migrationBuilder.DropTable(name: "DoubleCoders");

            migrationBuilder.DropTable(name: "EditionAttributions");

            migrationBuilder.DropTable(name: "Settlements");

            migrationBuilder.DropTable(name: "DoubleCodingSources");

            migrationBuilder.DropTable(name: "DoubleCodings");
        }
    }
}
