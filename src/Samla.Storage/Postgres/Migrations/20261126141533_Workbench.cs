using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Workbench : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "DroppedBecause", table: "Codings", type: "text", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsStarred",
                table: "Codings",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid>(name: "MovedToId", table: "Codings", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Exclusion",
                table: "Codes",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "Inclusion",
                table: "Codes",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "MergedIntoId",
                table: "Codes",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "Codes",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Codes",
                type: "integer",
                nullable: false,
                defaultValue: 1
            );

            migrationBuilder.CreateTable(
                name: "Attributions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    CodeId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ReporterId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Coder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CodedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attributions_Codes_RoundId_CodeId",
                        columns: x => new { x.RoundId, x.CodeId },
                        principalTable: "Codes",
                        principalColumns: new[] { "RoundId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Attributions_Reporters_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "Reporters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Memos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    CodingId = table.Column<Guid>(type: "uuid", nullable: true),
                    CodeId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequirementId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    Author = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memos_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkSteps",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    CodeId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    OtherCodeId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Turn = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkSteps", x => x.Number);
                    table.ForeignKey(
                        name: "FK_WorkSteps_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Attributions_ReporterId",
                table: "Attributions",
                column: "ReporterId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Attributions_RoundId_CodeId_ReporterId_Coder",
                table: "Attributions",
                columns: new[] { "RoundId", "CodeId", "ReporterId", "Coder" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Memos_CodingId", table: "Memos", column: "CodingId");

            migrationBuilder.CreateIndex(
                name: "IX_Memos_RoundId_CodeId",
                table: "Memos",
                columns: new[] { "RoundId", "CodeId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Memos_RoundId_RequirementId",
                table: "Memos",
                columns: new[] { "RoundId", "RequirementId" }
            );

            migrationBuilder.CreateIndex(name: "IX_Memos_SourceId", table: "Memos", column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkSteps_RoundId_Actor_Number",
                table: "WorkSteps",
                columns: new[] { "RoundId", "Actor", "Number" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_WorkSteps_RoundId_CodeId",
                table: "WorkSteps",
                columns: new[] { "RoundId", "CodeId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_WorkSteps_RoundId_OtherCodeId",
                table: "WorkSteps",
                columns: new[] { "RoundId", "OtherCodeId" }
            );

            migrationBuilder.CreateIndex(name: "IX_WorkSteps_Turn", table: "WorkSteps", column: "Turn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Attributions");

            migrationBuilder.DropTable(name: "Memos");

            migrationBuilder.DropTable(name: "WorkSteps");

            migrationBuilder.DropColumn(name: "DroppedBecause", table: "Codings");

            migrationBuilder.DropColumn(name: "IsStarred", table: "Codings");

            migrationBuilder.DropColumn(name: "MovedToId", table: "Codings");

            migrationBuilder.DropColumn(name: "Exclusion", table: "Codes");

            migrationBuilder.DropColumn(name: "Inclusion", table: "Codes");

            migrationBuilder.DropColumn(name: "MergedIntoId", table: "Codes");

            migrationBuilder.DropColumn(name: "RetiredAt", table: "Codes");

            migrationBuilder.DropColumn(name: "Version", table: "Codes");
        }
    }
}
