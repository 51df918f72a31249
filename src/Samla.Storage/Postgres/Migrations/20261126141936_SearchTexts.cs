using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
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
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reading = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Parts = table.Column<string>(type: "text", nullable: false),
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

            // Each word once and without its places, so that a long text fits; made of what the analyzer has read, so that
            // no configuration of the server takes part.
            migrationBuilder.Sql(
                """
                ALTER TABLE "SearchTexts" ADD COLUMN "Terms" tsvector NOT NULL GENERATED ALWAYS AS
                    (array_to_tsvector(array_remove(regexp_split_to_array("Words" || "Parts", '\s+'), ''))) STORED;
                CREATE INDEX "IX_SearchTexts_Terms" ON "SearchTexts" USING gin ("Terms");
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "SearchTexts");
        }
    }
}
