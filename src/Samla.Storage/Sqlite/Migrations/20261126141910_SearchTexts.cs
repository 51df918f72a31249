using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchTexts",
                columns: table => new
                {
                    Number = table
                        .Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reading = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTexts", x => x.Number);
                    table.ForeignKey(
                        name: "FK_SearchTexts_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SearchTexts_SourceId",
                table: "SearchTexts",
                column: "SourceId",
                unique: true
            );

            // The index holds no text of its own and keeps no places; the tokenizer cuts at spaces, since what it is given
            // are letters and figures.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE "SearchIndex" USING fts5(
                    "Terms", content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
                """
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "SearchTexts_Added" AFTER INSERT ON "SearchTexts" BEGIN
                    INSERT INTO "SearchIndex" (rowid, "Terms") VALUES (new."Number", new."Words" || new."Parts");
                END;
                """
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "SearchTexts_Removed" AFTER DELETE ON "SearchTexts" BEGIN
                    DELETE FROM "SearchIndex" WHERE rowid = old."Number";
                END;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "SearchIndex";""");
            migrationBuilder.DropTable(name: "SearchTexts");
        }
    }
}
