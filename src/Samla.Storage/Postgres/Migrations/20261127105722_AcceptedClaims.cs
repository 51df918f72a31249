using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AcceptedClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AcceptedClaims",
                columns: table => new
                {
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SectionId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Who = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Says = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Silent = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NotAsked = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NotRead = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Whole = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Unread = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AcceptedBy = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AcceptedClaims",
                        x => new
                        {
                            x.RoundId,
                            x.SectionId,
                            x.Who,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AcceptedClaims_Chapters_RoundId_SectionId",
                        columns: x => new { x.RoundId, x.SectionId },
                        principalTable: "Chapters",
                        principalColumns: new[] { "RoundId", "SectionId" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AcceptedClaims");
        }
    }
}
