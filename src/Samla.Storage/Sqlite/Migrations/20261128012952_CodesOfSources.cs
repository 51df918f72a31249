using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CodesOfSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Codings_SourceId_CodeId",
                table: "Codings",
                columns: new[] { "SourceId", "CodeId" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Codings_SourceId_CodeId", table: "Codings");
        }
    }
}
