using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Consultation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TemplateConsultations",
                columns: table => new
                {
                    TemplateId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Message = table.Column<string>(type: "text", nullable: false),
                    Sent = table.Column<string>(type: "text", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OpenedBy = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateConsultations", x => x.TemplateId);
                    table.ForeignKey(
                        name: "FK_TemplateConsultations_Templates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "Templates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ConsultedReporters",
                columns: table => new
                {
                    TemplateId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ReporterId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultedReporters", x => new { x.TemplateId, x.ReporterId });
                    table.ForeignKey(
                        name: "FK_ConsultedReporters_Reporters_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "Reporters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ConsultedReporters_TemplateConsultations_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "TemplateConsultations",
                        principalColumn: "TemplateId",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TemplateComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TemplateId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SectionId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    RequirementId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WrittenBy = table.Column<string>(type: "text", nullable: false),
                    ReporterId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: true),
                    IsHeeded = table.Column<bool>(type: "boolean", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TemplateComments_Reporters_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "Reporters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TemplateComments_TemplateConsultations_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "TemplateConsultations",
                        principalColumn: "TemplateId",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsultedReporters_ReporterId",
                table: "ConsultedReporters",
                column: "ReporterId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_TemplateComments_ReporterId",
                table: "TemplateComments",
                column: "ReporterId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_TemplateComments_TemplateId",
                table: "TemplateComments",
                column: "TemplateId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ConsultedReporters");

            migrationBuilder.DropTable(name: "TemplateComments");

            migrationBuilder.DropTable(name: "TemplateConsultations");
        }
    }
}
