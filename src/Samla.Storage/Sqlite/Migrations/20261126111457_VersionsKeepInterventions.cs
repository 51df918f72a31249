using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VersionsKeepInterventions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HoldsInterventions",
                table: "SubmissionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "SubmittedInterventions",
                columns: table => new
                {
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    InterventionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_SubmittedInterventions",
                        x => new
                        {
                            x.SubmissionId,
                            x.Version,
                            x.InterventionId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_SubmittedInterventions_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_SubmittedInterventions_SubmissionVersions_SubmissionId_Version",
                        columns: x => new { x.SubmissionId, x.Version },
                        principalTable: "SubmissionVersions",
                        principalColumns: new[] { "SubmissionId", "Number" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SubmittedInterventions_InterventionId",
                table: "SubmittedInterventions",
                column: "InterventionId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "SubmittedInterventions");

            migrationBuilder.Sql("""ALTER TABLE "SubmissionVersions" DROP COLUMN "HoldsInterventions" """);
        }
    }
}
