using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class HandIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "SubmissionVersions",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsLate",
                table: "SubmissionVersions",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "SubmissionDecisions",
                columns: table => new
                {
                    SubmissionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    DecidedBy = table.Column<string>(type: "text", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordNumber = table.Column<string>(type: "text", nullable: false),
                    PresentedBy = table.Column<string>(type: "text", nullable: false),
                    StatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StatedBy = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_SubmissionDecisions",
                        x => new
                        {
                            x.SubmissionId,
                            x.Version,
                            x.Number,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_SubmissionDecisions_SubmissionVersions_SubmissionId_Version",
                        columns: x => new { x.SubmissionId, x.Version },
                        principalTable: "SubmissionVersions",
                        principalColumns: new[] { "SubmissionId", "Number" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "SubmissionDecisions");

            migrationBuilder.DropColumn(name: "Hash", table: "SubmissionVersions");

            migrationBuilder.DropColumn(name: "IsLate", table: "SubmissionVersions");
        }
    }
}
