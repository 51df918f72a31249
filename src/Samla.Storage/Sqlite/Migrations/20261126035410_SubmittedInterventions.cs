using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Interventions",
                type: "TEXT",
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
            // By hand, since EF Core would copy the whole table, as a migration before this one by time saw it.
            migrationBuilder.Sql("""ALTER TABLE "Interventions" DROP COLUMN "SubmittedRevision" """);

            migrationBuilder.Sql("""ALTER TABLE "Interventions" DROP COLUMN "Origin" """);
        }
    }
}
