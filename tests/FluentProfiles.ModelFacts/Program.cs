using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.ModelFacts;

// Prints what the library states of the service, in the form in which tests/npm/facts/sdk.mjs reads the official SDK.
JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
{
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
};
Console.WriteLine(JsonSerializer.Serialize(Facts.Read(), options));
