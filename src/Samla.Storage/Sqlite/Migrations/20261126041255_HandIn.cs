using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsLate",
                table: "SubmissionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "SubmissionDecisions",
                columns: table => new
                {
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordNumber = table.Column<string>(type: "TEXT", nullable: false),
                    PresentedBy = table.Column<string>(type: "TEXT", nullable: false),
                    StatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StatedBy = table.Column<string>(type: "TEXT", nullable: false),
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
