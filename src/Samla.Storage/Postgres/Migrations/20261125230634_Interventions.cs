using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
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
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<List<string>>(
                name: "StrategyGoals",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<string>(name: "NotMeasured", table: "Outputs", type: "text", nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "Areas",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<DateOnly>(name: "Begins", table: "Interventions", type: "date", nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "Challenges",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<List<string>>(
                name: "Dimensions",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<DateOnly>(name: "Ends", table: "Interventions", type: "date", nullable: true);

            migrationBuilder.AddColumn<List<int>>(
                name: "GlobalGoals",
                table: "Interventions",
                type: "integer[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsReportedElsewhere",
                table: "Interventions",
                type: "boolean",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "MergedIntoId",
                table: "Interventions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true
            );

            migrationBuilder.AddColumn<List<string>>(
                name: "Municipalities",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<List<string>>(
                name: "Priorities",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<List<string>>(
                name: "Programmes",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.AddColumn<string>(
                name: "ReportedLink",
                table: "Interventions",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "ReportedWhere",
                table: "Interventions",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Interventions",
                type: "integer",
                nullable: false,
                defaultValue: 1
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "InterventionReporters",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "Funding",
                columns: table => new
                {
                    Order = table.Column<int>(type: "integer", nullable: false),
                    InterventionId = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    Fund = table.Column<string>(type: "text", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric", nullable: true),
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
                    InterventionId = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    ReporterId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    RequirementId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    MovedFromId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
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
                        name: "FK_InterventionReferences_InterventionReporters_InterventionId~",
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
                SELECT one."Id", fund.place - 1, fund.id, NULL
                FROM "Interventions" AS one, unnest(one."Funds") WITH ORDINALITY AS fund (id, place)
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

            migrationBuilder.DropColumn(name: "RequirementId", table: "Interventions");

            migrationBuilder.DropColumn(name: "Funds", table: "Interventions");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_MergedIntoId",
                table: "Interventions",
                column: "MergedIntoId"
            );

            migrationBuilder.CreateIndex(name: "IX_Interventions_RoundId", table: "Interventions", column: "RoundId");

            migrationBuilder.CreateIndex(name: "IX_Audit_Subject", table: "Audit", column: "Subject");

            migrationBuilder.AddForeignKey(
                name: "FK_Interventions_Interventions_MergedIntoId",
                table: "Interventions",
                column: "MergedIntoId",
                principalTable: "Interventions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RequirementId",
                table: "Interventions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<List<string>>(
                name: "Funds",
                table: "Interventions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'"
            );

            migrationBuilder.Sql(
                """
                UPDATE "Interventions" SET "RequirementId" = coalesce(
                    (SELECT min("RequirementId") FROM "InterventionReferences" WHERE "InterventionId" = "Interventions"."Id"), '')
                """
            );
            migrationBuilder.Sql(
                """
                UPDATE "Interventions" SET "Funds" = array(
                    SELECT "Fund" FROM "Funding" WHERE "InterventionId" = "Interventions"."Id" ORDER BY "Order")
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

            migrationBuilder.DropIndex(name: "IX_Audit_Subject", table: "Audit");

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
