using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Grants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GrantImports",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    IsMadeUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Replaced = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantImports", x => x.Number);
                }
            );

            migrationBuilder.CreateTable(
                name: "GrantRows",
                columns: table => new
                {
                    Import = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    County = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecisionYear = table.Column<int>(type: "INTEGER", nullable: false),
                    PaymentYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Area = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Share = table.Column<int>(type: "INTEGER", nullable: false),
                    Granted = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    TotalCost = table.Column<long>(type: "INTEGER", nullable: true),
                    Fund = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    FundAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    Applicant = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Industry = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HasResultsChain = table.Column<bool>(type: "INTEGER", nullable: true),
                    Economic = table.Column<short>(type: "INTEGER", nullable: true),
                    Social = table.Column<short>(type: "INTEGER", nullable: true),
                    Environmental = table.Column<short>(type: "INTEGER", nullable: true),
                    Cases = table.Column<short>(type: "INTEGER", nullable: false),
                    CasesInArea = table.Column<short>(type: "INTEGER", nullable: false),
                    Digest = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacedBy = table.Column<int>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantRows", x => new { x.Import, x.Number });
                    table.ForeignKey(
                        name: "FK_GrantRows_GrantImports_Import",
                        column: x => x.Import,
                        principalTable: "GrantImports",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_GrantRows_Case", table: "GrantRows", column: "Case");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "GrantRows");

            migrationBuilder.DropTable(name: "GrantImports");
        }
    }
}
