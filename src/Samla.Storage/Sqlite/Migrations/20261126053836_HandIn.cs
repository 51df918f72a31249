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

            migrationBuilder.AddColumn<bool>(
                name: "AllowsReturn",
                table: "Rounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileSize = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    AcknowledgedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcknowledgementReference = table.Column<string>(type: "TEXT", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliveries_SubmissionVersions_SubmissionId_Version",
                        columns: x => new { x.SubmissionId, x.Version },
                        principalTable: "SubmissionVersions",
                        principalColumns: new[] { "SubmissionId", "Number" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
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

            migrationBuilder.CreateTable(
                name: "SubmissionReturns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionReturns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SubmissionReturns_SubmissionVersions_SubmissionId_Version",
                        columns: x => new { x.SubmissionId, x.Version },
                        principalTable: "SubmissionVersions",
                        principalColumns: new[] { "SubmissionId", "Number" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "DeliveredFiles",
                columns: table => new
                {
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveredFiles", x => x.DeliveryId);
                    table.ForeignKey(
                        name: "FK_DeliveredFiles_Deliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "Deliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReturnComments",
                columns: table => new
                {
                    ReturnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequirementId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnComments", x => new { x.ReturnId, x.RequirementId });
                    table.ForeignKey(
                        name: "FK_ReturnComments_SubmissionReturns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "SubmissionReturns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_SubmissionId_Version",
                table: "Deliveries",
                columns: new[] { "SubmissionId", "Version" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionReturns_SubmissionId_Version",
                table: "SubmissionReturns",
                columns: new[] { "SubmissionId", "Version" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "DeliveredFiles");

            migrationBuilder.DropTable(name: "ReturnComments");

            migrationBuilder.DropTable(name: "SubmissionDecisions");

            migrationBuilder.DropTable(name: "Deliveries");

            migrationBuilder.DropTable(name: "SubmissionReturns");

            migrationBuilder.DropColumn(name: "Hash", table: "SubmissionVersions");

            migrationBuilder.DropColumn(name: "IsLate", table: "SubmissionVersions");

            migrationBuilder.DropColumn(name: "AllowsReturn", table: "Rounds");
        }
    }
}
