using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SubmittedInterventions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SubmittedRevision",
                table: "Interventions",
                type: "integer",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Interventions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: ""
            );

            // Until now all that was in the register was seen by all, and marked as its round is.
            migrationBuilder.Sql(
                """
                UPDATE "Interventions" SET
                    "SubmittedRevision" = "Revision",
                    "Origin" = (SELECT "Origin" FROM "Rounds" WHERE "Rounds"."Id" = "Interventions"."RoundId")
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "SubmittedRevision", table: "Interventions");

            migrationBuilder.DropColumn(name: "Origin", table: "Interventions");
        }
    }
}
