using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RowHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AnswerRowRevisions",
                columns: table => new
                {
                    RowId = table.Column<Guid>(type: "uuid", nullable: false),
                    First = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false),
                    Cells = table.Column<string>(type: "text", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SavedBy = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerRowRevisions", x => new { x.RowId, x.First });
                    table.ForeignKey(
                        name: "FK_AnswerRowRevisions_AnswerRows_RowId",
                        column: x => x.RowId,
                        principalTable: "AnswerRows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AnswerRowRevisions");
        }
    }
}
