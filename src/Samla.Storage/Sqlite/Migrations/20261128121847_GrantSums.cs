using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
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
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    County = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    DecisionYear = table.Column<int>(type: "INTEGER", nullable: false),
                    IsTransport = table.Column<bool>(type: "INTEGER", nullable: false),
                    Granted = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false),
                    TotalCost = table.Column<long>(type: "INTEGER", nullable: false),
                    GrantedWithCost = table.Column<long>(type: "INTEGER", nullable: false),
                    FundAmount = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantSums", x => new { x.Dimension, x.Number });
                }
            );

            FillGrantSums.Run(migrationBuilder, no: "0", yes: "1");

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
                type: "INTEGER",
                nullable: false,
                defaultValue: (short)0
            );

            migrationBuilder.AddColumn<short>(
                name: "CasesInArea",
                table: "GrantRows",
                type: "INTEGER",
                nullable: false,
                defaultValue: (short)0
            );
        }
    }
}
