using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samla.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReportPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite renames a column in the keys that refer to it too. To take those away and put them back, as is done by
            // default, would build the tables anew, outside of the transaction.
            migrationBuilder.RenameColumn(name: "SectionId", table: "FactCheckAnswers", newName: "ChapterId");

            migrationBuilder.RenameColumn(name: "SectionId", table: "EditionChapters", newName: "ChapterId");

            migrationBuilder.RenameColumn(name: "SectionId", table: "Chapters", newName: "Id");

            migrationBuilder.RenameColumn(name: "SectionId", table: "ChapterReviews", newName: "ChapterId");

            migrationBuilder.RenameColumn(name: "SectionId", table: "ChapterComments", newName: "ChapterId");

            migrationBuilder.RenameIndex(
                name: "IX_ChapterComments_RoundId_SectionId",
                table: "ChapterComments",
                newName: "IX_ChapterComments_RoundId_ChapterId"
            );

            migrationBuilder.RenameColumn(name: "SectionId", table: "AcceptedClaims", newName: "ChapterId");

            migrationBuilder.AddColumn<DateTime>(name: "RemovedAt", table: "Chapters", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RestsOn",
                table: "Chapters",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            // A chapter compiled a section of the round's template; now it says itself which requirements.
            migrationBuilder.Sql(
                """
                UPDATE "Chapters" SET "RestsOn" = coalesce((
                    SELECT group_concat(asked."Id", ' ' ORDER BY asked."Order")
                    FROM "Requirements" AS asked
                    JOIN "Rounds" AS round ON round."TemplateId" = asked."TemplateId"
                    WHERE round."Id" = "Chapters"."RoundId" AND asked."SectionId" = "Chapters"."Id"
                ), '')
                """
            );

            // Codes about documents were those in a group without a requirement.
            migrationBuilder.Sql(
                """
                UPDATE "Codes" SET "Subject" = 'Document' WHERE "RequirementId" IS NULL AND "ParentId" IS NOT NULL
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "RemovedAt", table: "Chapters");

            migrationBuilder.DropColumn(name: "RestsOn", table: "Chapters");

            migrationBuilder.RenameColumn(name: "ChapterId", table: "FactCheckAnswers", newName: "SectionId");

            migrationBuilder.RenameColumn(name: "ChapterId", table: "EditionChapters", newName: "SectionId");

            migrationBuilder.RenameColumn(name: "Id", table: "Chapters", newName: "SectionId");

            migrationBuilder.RenameColumn(name: "ChapterId", table: "ChapterReviews", newName: "SectionId");

            migrationBuilder.RenameColumn(name: "ChapterId", table: "ChapterComments", newName: "SectionId");

            migrationBuilder.RenameIndex(
                name: "IX_ChapterComments_RoundId_ChapterId",
                table: "ChapterComments",
                newName: "IX_ChapterComments_RoundId_SectionId"
            );

            migrationBuilder.RenameColumn(name: "ChapterId", table: "AcceptedClaims", newName: "SectionId");
        }
    }
}
