using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Objects;

/// <summary>The codecs of the data controls of a profile.</summary>
internal static class DataControlsCodecs
{
    private static readonly CodecSet Codecs = new();
    private static readonly ObjectCodec<DataControls> Whole;

    // Parts before wholes.
    static DataControlsCodecs()
    {
        AddCmek();
        AddStorage();
        Whole = Add(() => new DataControls());
    }

    /// <summary>The codec of a type, or null.</summary>
    public static ValueCodec? Find(Type type) => Codecs.Find(type);

    /// <param name="body">The data controls.</param>
    /// <param name="profileId">The profile whose data controls they must be.</param>
    /// <exception cref="ProfilesProtocolException">The body is no such object, or one of another profile.</exception>
    public static DataControls Read(IPageBody body, string profileId)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Body.Span);
            Envelope.Expect(ref reader, JsonTokenType.StartObject, "The data controls of a profile (an object)");
            var controls = Whole.Read(ref reader, new(FieldMask.All, new()))!;
            Envelope.ExpectEnd(ref reader);
            Contradiction.ThrowIfOfAnother(body, profileId, controls.UserProfileId);
            return controls;
        }
        catch (JsonException cause)
        {
            throw body.NotUnderstood(cause);
        }
    }

    private static void AddCmek()
    {
        Codecs.AddListOf(Add(() => new RetiredKey()));
        Codecs.AddMapOf(Add(() => new CmekRegionStatus()));
        Codecs.Add(
            new ControlCodec<CmekControl, CmekDisabled, CmekEnabled, CmekUnknown>(
                Add(() => new CmekDisabled()),
                Add(() => new CmekEnabled()),
                Add(() => new CmekUnknown())
            )
        );
    }

    private static void AddStorage()
    {
        Add(() => new BucketReference());
        Codecs.AddListOf(Add(() => new RetiredBucket()));
        Codecs.AddListOf(Add(() => new StorageFailedCheck()));
        Codecs.AddMapOf(Add(() => new StorageRegionStatus()));
        Codecs.AddMapOf(Add(() => new StorageBucket()));
        Codecs.Add(
            new ControlCodec<StorageControl, StorageDisabled, StorageEnabled, StorageUnknown>(
                Add(() => new StorageDisabled()),
                Add(() => new StorageEnabled()),
                Add(() => new StorageUnknown())
            )
        );
    }

    private static ObjectCodec<T> Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        Func<T> create
    )
        where T : class, new() => Codecs.Add(ModelFields.Of<T>(), create);
}
