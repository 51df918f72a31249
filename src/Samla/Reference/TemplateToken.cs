using Samla.Common;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>A short word for all that a template says, for whoever wants to know if it is still what was seen.</summary>
public static class TemplateToken
{
    extension(TemplateFile file)
    {
        /// <summary>Changes with every change; two files with the same one say the same.</summary>
        public string Token => Source.HashOf(YamlWriter.Write(file, DataFolder.Strict));
    }
}
