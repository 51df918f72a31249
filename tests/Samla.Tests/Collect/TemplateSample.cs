using System.Text;
using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Common;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

/// <summary>A draft of the sample's template of 2024, for a test to change.</summary>
internal static class TemplateSample
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    extension(TestDatabase database)
    {
        /// <summary>A template as it is in the database.</summary>
        public async Task<TemplateFile> TemplateFile(string id) =>
            Samla.Reference.TemplateFile.Of(
                (await database.Ask((SamlaDb db) => db.WholeTemplate(Sample2023.Named<Template>(id), Stop)))!
            );

        /// <summary>One of the sample's accounts, signed in.</summary>
        public async Task<Visitor> Visitor(string account)
        {
            var found = await database.Ask(
                (SamlaDb db) => db.Accounts.SingleAsync(one => one.Email == $"{account}@prov.example", Stop)
            );
            return new Visitor(found.Id, default, found.Name, found.Roles, found.ReporterId, null, found.IsSample);
        }

        /// <summary>Puts a draft in that says the same as the template of 2024.</summary>
        public async Task<TemplateFile> Draft(string id)
        {
            var file = await database.TemplateFile("mall-2024-99") with { Id = id, BasedOn = "mall-2024-99" };
            var yaml = Encoding.UTF8.GetBytes(YamlWriter.Write(file, DataFolder.Strict));
            Assert.IsType<ImportTemplate.Outcome.Added>(
                await database.Ask((ImportTemplate import) => import.Run(yaml, isDryRun: false, "test", Stop))
            );
            return file;
        }
    }
}
