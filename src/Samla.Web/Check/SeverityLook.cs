using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>How the page draws and words a severity.</summary>
internal static class SeverityLook
{
    extension(Severity severity)
    {
        /// <summary>The class of its tag in base.css.</summary>
        public string TagClass =>
            severity switch
            {
                Severity.Error => "s-tag-err",
                Severity.Warning => "s-tag-warn",
                Severity.Info => "s-tag-note",
            };

        /// <summary>The word that goes with a number of findings.</summary>
        public string Counted(int count) =>
            (severity, count) switch
            {
                (Severity.Error, _) => "fel",
                (Severity.Warning, 1) => "varning",
                (Severity.Warning, _) => "varningar",
                (Severity.Info, 1) => "anmärkning på form",
                (Severity.Info, _) => "anmärkningar på form",
            };
    }
}
