using Samla.Access;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Who may read a template, and who is asked what they think of a draft.</summary>
internal static class TemplateReaders
{
    extension(Visitor visitor)
    {
        /// <summary>Whether the person may read the template.</summary>
        /// <param name="state">Whether it is a draft.</param>
        /// <param name="consultation">With its reporters; null where there is none.</param>
        public bool MayRead(TemplateState state, TemplateConsultation? consultation) =>
            state == TemplateState.Published
                ? visitor.May(Permission.ReadTemplates)
                : visitor.May(Permission.ReadTemplateDrafts) || visitor.IsConsulted(consultation);

        /// <summary>Whether the person is one of those whose comments are asked for, whatever the day is.</summary>
        public bool IsConsulted(TemplateConsultation? consultation) =>
            consultation is not null
            && visitor.May(Permission.CommentOnTemplates)
            && (
                visitor.Reporter is null || consultation.Reporters.Exists(asked => asked.ReporterId == visitor.Reporter)
            );
    }
}
