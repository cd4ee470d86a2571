using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>What the readers of one run share: the fields to read and the strings already seen.</summary>
internal sealed class ReadContext(FieldMask fields)
{
    public FieldMask Fields { get; } = fields;

    public StringCache Strings { get; } = new();
}
