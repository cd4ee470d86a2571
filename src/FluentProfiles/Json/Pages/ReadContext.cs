using FluentProfiles.Json.Objects;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Pages;

/// <summary>The settings of the codecs that read a profile.</summary>
/// <param name="Fields">The fields to read.</param>
/// <param name="Strings">The strings that the run has seen.</param>
internal sealed record ReadContext(FieldMask Fields, StringCache Strings)
{
    /// <summary>Those of the fields that are the profile's own: where they are read, nothing more is needed of it.</summary>
    public FieldMask Enough { get; } = ModelCodecs.Profile.Own(Fields);

    /// <summary>Those of the profile's own fields that every profile must have.</summary>
    public FieldMask Required { get; init; }

    /// <summary>Those of the profile's own fields that may be missing, but not null.</summary>
    public FieldMask NotNull => Required | ProfileSchema.Id.Mask | ProfileSchema.Positions;

    /// <summary>True to read into the parts and maps of an earlier profile again, because nothing keeps them.</summary>
    public bool RecyclesParts { get; init; }
}
