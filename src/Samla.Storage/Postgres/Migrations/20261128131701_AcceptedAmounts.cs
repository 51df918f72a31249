using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AcceptedAmounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AcceptedAmounts",
                columns: table => new
                {
                    RoundId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ChapterId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Asked = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AcceptedBy = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AcceptedAmounts",
                        x => new
                        {
                            x.RoundId,
                            x.ChapterId,
                            x.Asked,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AcceptedAmounts_Chapters_RoundId_ChapterId",
                        columns: x => new { x.RoundId, x.ChapterId },
                        principalTable: "Chapters",
                        principalColumns: new[] { "RoundId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AcceptedAmounts");
        }
    }
}
