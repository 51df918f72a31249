using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Interventions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Interventions_RoundId_RequirementId", table: "Interventions");

            migrationBuilder.AddColumn<string>(
                name: "Counties",
                table: "Interventions",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "StrategyGoals",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<string>(name: "NotMeasured", table: "Outputs", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Areas",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<DateOnly>(name: "Begins", table: "Interventions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Challenges",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<string>(
                name: "Dimensions",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<DateOnly>(name: "Ends", table: "Interventions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GlobalGoals",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsReportedElsewhere",
                table: "Interventions",
                type: "INTEGER",
                nullable: true
            );

            // By hand, since EF Core would copy the whole table, and not all in one transaction.
            migrationBuilder.Sql(
                """
                ALTER TABLE "Interventions" ADD COLUMN "MergedIntoId" TEXT NULL
                CONSTRAINT "FK_Interventions_Interventions_MergedIntoId" REFERENCES "Interventions" ("Id") ON DELETE RESTRICT
                """
            );

            migrationBuilder.AddColumn<string>(
                name: "Municipalities",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<string>(
                name: "Priorities",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<string>(
                name: "Programmes",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<string>(
                name: "ReportedLink",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "ReportedWhere",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Interventions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "InterventionReporters",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "Funding",
                columns: table => new
                {
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    InterventionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Fund = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Funding", x => new { x.InterventionId, x.Order });
                    table.ForeignKey(
                        name: "FK_Funding_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InterventionReferences",
                columns: table => new
                {
                    InterventionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ReporterId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    RequirementId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    MovedFromId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_InterventionReferences",
                        x => new
                        {
                            x.InterventionId,
                            x.ReporterId,
                            x.RequirementId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_InterventionReferences_InterventionReporters_InterventionId_ReporterId",
                        columns: x => new { x.InterventionId, x.ReporterId },
                        principalTable: "InterventionReporters",
                        principalColumns: new[] { "InterventionId", "ReporterId" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_InterventionReferences_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            // Who paid, and which requirement an intervention answered, move to tables of their own.
            migrationBuilder.Sql(
                """
                INSERT INTO "Funding" ("InterventionId", "Order", "Fund", "Amount")
                SELECT one."Id", fund.key, fund.value, NULL FROM "Interventions" AS one, json_each(one."Funds") AS fund
                """
            );
            migrationBuilder.Sql(
                """
                INSERT INTO "InterventionReferences" ("InterventionId", "ReporterId", "RequirementId", "MovedFromId")
                SELECT whose."InterventionId", whose."ReporterId", one."RequirementId", NULL
                FROM "InterventionReporters" AS whose
                JOIN "Interventions" AS one ON one."Id" = whose."InterventionId"
                """
            );

            migrationBuilder.Sql("""ALTER TABLE "Interventions" DROP COLUMN "RequirementId" """);

            migrationBuilder.Sql("""ALTER TABLE "Interventions" DROP COLUMN "Funds" """);

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_MergedIntoId",
                table: "Interventions",
                column: "MergedIntoId"
            );

            migrationBuilder.CreateIndex(name: "IX_Interventions_RoundId", table: "Interventions", column: "RoundId");

            migrationBuilder.CreateIndex(name: "IX_Audit_Subject", table: "Audit", column: "Subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RequirementId",
                table: "Interventions",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "Funds",
                table: "Interventions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.Sql(
                """
                UPDATE "Interventions" SET "RequirementId" = coalesce(
                    (SELECT min("RequirementId") FROM "InterventionReferences" WHERE "InterventionId" = "Interventions"."Id"), '')
                """
            );
            migrationBuilder.Sql(
                """
                UPDATE "Interventions" SET "Funds" = coalesce(
                    (SELECT json_group_array("Fund") FROM (
                        SELECT "Fund" FROM "Funding" WHERE "InterventionId" = "Interventions"."Id" ORDER BY "Order")), '[]')
                """
            );

            migrationBuilder.DropForeignKey(
                name: "FK_Interventions_Interventions_MergedIntoId",
                table: "Interventions"
            );

            migrationBuilder.DropTable(name: "Funding");

            migrationBuilder.DropTable(name: "InterventionReferences");

            migrationBuilder.DropIndex(name: "IX_Interventions_MergedIntoId", table: "Interventions");

            migrationBuilder.DropIndex(name: "IX_Interventions_RoundId", table: "Interventions");

            // A later migration by time, which knew nothing of this one, copies the table without it on the way back.
            migrationBuilder.Sql("""DROP INDEX IF EXISTS "IX_Audit_Subject" """);

            migrationBuilder.DropColumn(name: "Counties", table: "Interventions");

            migrationBuilder.DropColumn(name: "StrategyGoals", table: "Interventions");

            migrationBuilder.DropColumn(name: "NotMeasured", table: "Outputs");

            migrationBuilder.DropColumn(name: "Areas", table: "Interventions");

            migrationBuilder.DropColumn(name: "Begins", table: "Interventions");

            migrationBuilder.DropColumn(name: "Challenges", table: "Interventions");

            migrationBuilder.DropColumn(name: "Dimensions", table: "Interventions");

            migrationBuilder.DropColumn(name: "Ends", table: "Interventions");

            migrationBuilder.DropColumn(name: "GlobalGoals", table: "Interventions");

            migrationBuilder.DropColumn(name: "IsReportedElsewhere", table: "Interventions");

            migrationBuilder.DropColumn(name: "MergedIntoId", table: "Interventions");

            migrationBuilder.DropColumn(name: "Municipalities", table: "Interventions");

            migrationBuilder.DropColumn(name: "Priorities", table: "Interventions");

            migrationBuilder.DropColumn(name: "Programmes", table: "Interventions");

            migrationBuilder.DropColumn(name: "ReportedLink", table: "Interventions");

            migrationBuilder.DropColumn(name: "ReportedWhere", table: "Interventions");

            migrationBuilder.DropColumn(name: "Revision", table: "Interventions");

            migrationBuilder.DropColumn(name: "RemovedAt", table: "InterventionReporters");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_RoundId_RequirementId",
                table: "Interventions",
                columns: new[] { "RoundId", "RequirementId" }
            );
        }
    }
}
