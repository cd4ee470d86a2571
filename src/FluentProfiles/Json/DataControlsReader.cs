using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>Reads the data controls of a profile.</summary>
internal static class DataControlsReader
{
    private static readonly ReaderSet Readers = new();
    private static readonly ObjectReader<DataControls> Whole;

    // Parts before wholes.
    static DataControlsReader()
    {
        AddCmek();
        AddStorage();
        Whole = Add(() => new DataControls());
    }

    /// <exception cref="ProfilesProtocolException">The body is no such object.</exception>
    public static DataControls Read(IPageBody body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Body.Span);
            Envelope.Expect(ref reader, JsonTokenType.StartObject, "The data controls of a profile (an object)");
            var controls = Whole.Read(ref reader, new(FieldMask.All, new()))!;
            Envelope.ExpectEnd(ref reader);
            return controls;
        }
        catch (JsonException cause)
        {
            throw body.NotUnderstood(cause);
        }
    }

    private static void AddCmek()
    {
        Readers.AddListOf(Add(() => new RetiredKey()));
        Readers.AddMapOf(Add(() => new CmekRegionStatus()));
        Readers.Add(
            new ControlReader<CmekControl, CmekDisabled, CmekEnabled, CmekUnknown>(
                Add(() => new CmekDisabled()),
                Add(() => new CmekEnabled()),
                Add(() => new CmekUnknown())
            )
        );
    }

    private static void AddStorage()
    {
        Add(() => new BucketReference());
        Readers.AddListOf(Add(() => new RetiredBucket()));
        Readers.AddListOf(Add(() => new StorageFailedCheck()));
        Readers.AddMapOf(Add(() => new StorageRegionStatus()));
        Readers.AddMapOf(Add(() => new StorageBucket()));
        Readers.Add(
            new ControlReader<StorageControl, StorageDisabled, StorageEnabled, StorageUnknown>(
                Add(() => new StorageDisabled()),
                Add(() => new StorageEnabled()),
                Add(() => new StorageUnknown())
            )
        );
    }

    private static ObjectReader<T> Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        Func<T> create
    )
        where T : class, new() => Readers.Add(ModelFields.Of<T>(), create);
}
