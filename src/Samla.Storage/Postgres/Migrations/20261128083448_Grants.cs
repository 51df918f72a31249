using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
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
                    Number = table.Column<int>(type: "integer", nullable: false),
                    File = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Mapping = table.Column<string>(type: "text", nullable: false),
                    IsMadeUp = table.Column<bool>(type: "boolean", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Replaced = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
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
                    Import = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Case = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    County = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Municipality = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecisionYear = table.Column<int>(type: "integer", nullable: false),
                    PaymentYear = table.Column<int>(type: "integer", nullable: true),
                    Area = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Priority = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Share = table.Column<int>(type: "integer", nullable: false),
                    Granted = table.Column<long>(type: "bigint", nullable: false),
                    Paid = table.Column<long>(type: "bigint", nullable: false),
                    TotalCost = table.Column<long>(type: "bigint", nullable: true),
                    Fund = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    FundAmount = table.Column<long>(type: "bigint", nullable: true),
                    Applicant = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Industry = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HasResultsChain = table.Column<bool>(type: "boolean", nullable: true),
                    Economic = table.Column<short>(type: "smallint", nullable: true),
                    Social = table.Column<short>(type: "smallint", nullable: true),
                    Environmental = table.Column<short>(type: "smallint", nullable: true),
                    Cases = table.Column<short>(type: "smallint", nullable: false),
                    CasesInArea = table.Column<short>(type: "smallint", nullable: false),
                    Digest = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacedBy = table.Column<int>(type: "integer", nullable: true),
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
