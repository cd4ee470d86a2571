using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A profile's encryption keys and storage buckets for Claude on Google Cloud, with the status of each region.
/// Every profile has exactly one such object. Immutable and thread-safe.</summary>
/// <remarks>Regions are codes: currently <c>us</c>, <c>eu</c>, <c>sg</c> and <c>global</c>. The service may add
/// others.</remarks>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class DataControls
{
    /// <summary>The type of the object, <c>google_managed_data_controls</c>.</summary>
    [ProfileField("type")]
    public string Type
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The id of the profile that the controls belong to, <c>uprof_…</c>.</summary>
    [ProfileField("user_profile_id")]
    public string UserProfileId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The label value that each of the profile's buckets must have. It never changes.</summary>
    [ProfileField("bucket_label_value")]
    public string BucketLabelValue
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The time when a control or the status of a region last changed. The start and end of a suspension, and
    /// checks that change nothing, do not count.</summary>
    [ProfileField("updated_at")]
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The customer-managed encryption keys. Never null. If the service reports none, this is a
    /// <see cref="CmekUnknown"/> without a type.</summary>
    [ProfileField("cmek")]
    public CmekControl Cmek
    {
        get;
        init => field = value ?? CmekUnknown.Missing;
    } = CmekUnknown.Missing;

    /// <summary>The customer's own storage buckets. Never null. If the service reports none, this is a
    /// <see cref="StorageUnknown"/> without a type.</summary>
    [ProfileField("storage")]
    public StorageControl Storage
    {
        get;
        init => field = value ?? StorageUnknown.Missing;
    } = StorageUnknown.Missing;

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;

    /// <summary>Returns the <see cref="UserProfileId"/>.</summary>
    public override string ToString() => UserProfileId;
}
