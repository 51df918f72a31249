using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SubmittedState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SubmittedState",
                table: "Interventions",
                type: "TEXT",
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // By hand, since EF Core would copy the whole table, as a migration before this one by time saw it.
            migrationBuilder.Sql("""ALTER TABLE "Interventions" DROP COLUMN "SubmittedState" """);
        }
    }
}
