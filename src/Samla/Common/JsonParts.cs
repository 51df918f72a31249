using System.Text.Json;
using Samla.Domain;

namespace Samla.Common;

/// <summary>What stands in the JSON of several steps.</summary>
internal static class JsonParts
{
    extension(Utf8JsonWriter json)
    {
        /// <summary>Regions by their codes.</summary>
        public void WriteRegions(string name, RegionSet regions)
        {
            json.WriteStartArray(name);
            foreach (var region in regions)
            {
                json.WriteStringValue(region.ToString());
            }

            json.WriteEndArray();
        }

        public void WriteNumberOrNull(string name, decimal? number)
        {
            if (number is { } known)
            {
                json.WriteNumber(name, known);
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }
}
