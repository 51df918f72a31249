using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
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
                type: "character varying(80)",
                maxLength: 80,
                nullable: true
            );

            migrationBuilder.AddColumn<List<string>>(
                name: "Cases",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.CreateTable(
                name: "MunicipalityFacts",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    Inhabitants = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MunicipalityFacts", x => x.Code);
                }
            );
            FillGrantSums.RunAnswers(migrationBuilder, no: "FALSE", yes: "TRUE");
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
