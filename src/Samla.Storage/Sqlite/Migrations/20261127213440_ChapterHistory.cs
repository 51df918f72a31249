using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ChapterHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChapterRevisions",
                columns: table => new
                {
                    RoundId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ChapterId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ChapterRevisions",
                        x => new
                        {
                            x.RoundId,
                            x.ChapterId,
                            x.Number,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ChapterRevisions_Chapters_RoundId_ChapterId",
                        columns: x => new { x.RoundId, x.ChapterId },
                        principalTable: "Chapters",
                        principalColumns: new[] { "RoundId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ChapterRevisions");
        }
    }
}
