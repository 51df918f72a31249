using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class GrantSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GrantSums",
                columns: table => new
                {
                    Dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    County = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    DecisionYear = table.Column<int>(type: "integer", nullable: false),
                    IsTransport = table.Column<bool>(type: "boolean", nullable: false),
                    Granted = table.Column<long>(type: "bigint", nullable: false),
                    Paid = table.Column<long>(type: "bigint", nullable: false),
                    Cases = table.Column<int>(type: "integer", nullable: false),
                    TotalCost = table.Column<long>(type: "bigint", nullable: false),
                    GrantedWithCost = table.Column<long>(type: "bigint", nullable: false),
                    FundAmount = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantSums", x => new { x.Dimension, x.Number });
                }
            );

            FillGrantSums.Run(migrationBuilder, no: "FALSE", yes: "TRUE");

            migrationBuilder.DropColumn(name: "Cases", table: "GrantRows");

            migrationBuilder.DropColumn(name: "CasesInArea", table: "GrantRows");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "GrantSums");

            migrationBuilder.AddColumn<short>(
                name: "Cases",
                table: "GrantRows",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0
            );

            migrationBuilder.AddColumn<short>(
                name: "CasesInArea",
                table: "GrantRows",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0
            );
        }
    }
}
