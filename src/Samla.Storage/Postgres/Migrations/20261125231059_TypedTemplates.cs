using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TypedTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BasedOn",
                table: "Templates",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "Templates",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "PreviousRoundId",
                table: "Rounds",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Help",
                table: "Requirements",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsLimitAssumed",
                table: "Requirements",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "LegalBasis",
                table: "Requirements",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "TableId",
                table: "Requirements",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "RequirementMappings",
                columns: table => new
                {
                    TemplateId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    EarlierTemplateId = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    RequirementId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    EarlierRequirementId = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: true
                    ),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_RequirementMappings",
                        x => new
                        {
                            x.TemplateId,
                            x.EarlierTemplateId,
                            x.Order,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_RequirementMappings_Requirements_EarlierTemplateId_EarlierR~",
                        columns: x => new { x.EarlierTemplateId, x.EarlierRequirementId },
                        principalTable: "Requirements",
                        principalColumns: new[] { "TemplateId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_RequirementMappings_Requirements_TemplateId_RequirementId",
                        columns: x => new { x.TemplateId, x.RequirementId },
                        principalTable: "Requirements",
                        principalColumns: new[] { "TemplateId", "Id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_RequirementMappings_Templates_EarlierTemplateId",
                        column: x => x.EarlierTemplateId,
                        principalTable: "Templates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_RequirementMappings_Templates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "Templates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TemplateTables",
                columns: table => new
                {
                    TemplateId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateTables", x => new { x.TemplateId, x.Id });
                    table.ForeignKey(
                        name: "FK_TemplateTables_Templates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "Templates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TableColumns",
                columns: table => new
                {
                    TemplateId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    TableId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Help = table.Column<string>(type: "text", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: true),
                    CharacterLimit = table.Column<int>(type: "integer", nullable: true),
                    IsRequired = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_TableColumns",
                        x => new
                        {
                            x.TemplateId,
                            x.TableId,
                            x.Id,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_TableColumns_TemplateTables_TemplateId_TableId",
                        columns: x => new { x.TemplateId, x.TableId },
                        principalTable: "TemplateTables",
                        principalColumns: new[] { "TemplateId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ColumnOptions",
                columns: table => new
                {
                    TemplateId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    TableId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ColumnId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ColumnOptions",
                        x => new
                        {
                            x.TemplateId,
                            x.TableId,
                            x.ColumnId,
                            x.Id,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ColumnOptions_TableColumns_TemplateId_TableId_ColumnId",
                        columns: x => new
                        {
                            x.TemplateId,
                            x.TableId,
                            x.ColumnId,
                        },
                        principalTable: "TableColumns",
                        principalColumns: new[] { "TemplateId", "TableId", "Id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Templates_BasedOn", table: "Templates", column: "BasedOn");

            migrationBuilder.CreateIndex(name: "IX_Rounds_PreviousRoundId", table: "Rounds", column: "PreviousRoundId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementMappings_EarlierTemplateId_EarlierRequirementId",
                table: "RequirementMappings",
                columns: new[] { "EarlierTemplateId", "EarlierRequirementId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RequirementMappings_TemplateId_RequirementId",
                table: "RequirementMappings",
                columns: new[] { "TemplateId", "RequirementId" }
            );

            migrationBuilder.AddForeignKey(
                name: "FK_Rounds_Rounds_PreviousRoundId",
                table: "Rounds",
                column: "PreviousRoundId",
                principalTable: "Rounds",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict
            );

            migrationBuilder.AddForeignKey(
                name: "FK_Templates_Templates_BasedOn",
                table: "Templates",
                column: "BasedOn",
                principalTable: "Templates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict
            );

            // The templates that are there are asked in rounds already, so they may no longer change.
            migrationBuilder.Sql("UPDATE \"Templates\" SET \"PublishedAt\" = CURRENT_TIMESTAMP");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "FK_Rounds_Rounds_PreviousRoundId", table: "Rounds");

            migrationBuilder.DropForeignKey(name: "FK_Templates_Templates_BasedOn", table: "Templates");

            migrationBuilder.DropTable(name: "ColumnOptions");

            migrationBuilder.DropTable(name: "RequirementMappings");

            migrationBuilder.DropTable(name: "TableColumns");

            migrationBuilder.DropTable(name: "TemplateTables");

            migrationBuilder.DropIndex(name: "IX_Templates_BasedOn", table: "Templates");

            migrationBuilder.DropIndex(name: "IX_Rounds_PreviousRoundId", table: "Rounds");

            migrationBuilder.DropColumn(name: "BasedOn", table: "Templates");

            migrationBuilder.DropColumn(name: "PublishedAt", table: "Templates");

            migrationBuilder.DropColumn(name: "PreviousRoundId", table: "Rounds");

            migrationBuilder.DropColumn(name: "Help", table: "Requirements");

            migrationBuilder.DropColumn(name: "IsLimitAssumed", table: "Requirements");

            migrationBuilder.DropColumn(name: "LegalBasis", table: "Requirements");

            migrationBuilder.DropColumn(name: "TableId", table: "Requirements");
        }
    }
}
