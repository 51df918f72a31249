using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GrantAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "QuestionId",
                table: "ModelAnswers",
                type: "TEXT",
                maxLength: 80,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Cases",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.CreateTable(
                name: "MunicipalityFacts",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Inhabitants = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MunicipalityFacts", x => x.Code);
                }
            );
            FillGrantSums.RunAnswers(migrationBuilder, no: "0", yes: "1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                "DELETE FROM \"GrantSums\" WHERE \"Dimension\" IN ('ResultsChain', 'Economic', 'Social', 'Environmental')"
            );
            migrationBuilder.DropTable(name: "MunicipalityFacts");

            migrationBuilder.DropColumn(name: "QuestionId", table: "ModelAnswers");

            migrationBuilder.DropColumn(name: "Cases", table: "Interventions");
        }
    }
}
