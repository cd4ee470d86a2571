using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Json;

/// <summary>Enables <see cref="JsonSerializer"/> to write the library's extensible enums, such as
/// <see cref="EnforcementStatus"/>, as strings, and to read them. The default value is written as null. Unknown values
/// are preserved. The types reference this converter, so it needs no registration.</summary>
public sealed class ProfileValueConverter : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> ByType = new()
    {
        [typeof(AccessType)] = Of(text => new AccessType(text)),
        [typeof(AccountStatus)] = Of(text => new AccountStatus(text)),
        [typeof(AnthropicBeta)] = Of(text => new AnthropicBeta(text)),
        [typeof(DataControlType)] = Of(text => new DataControlType(text)),
        [typeof(EnforcementActionType)] = Of(text => new EnforcementActionType(text)),
        [typeof(EnforcementReason)] = Of(text => new EnforcementReason(text)),
        [typeof(EnforcementStatus)] = Of(text => new EnforcementStatus(text)),
        [typeof(EntityType)] = Of(text => new EntityType(text)),
        [typeof(FeatureStatus)] = Of(text => new FeatureStatus(text)),
        [typeof(ProgramStatus)] = Of(text => new ProgramStatus(text)),
        [typeof(RegionStatusType)] = Of(text => new RegionStatusType(text)),
        [typeof(Relationship)] = Of(text => new Relationship(text)),
        [typeof(RequiredAction)] = Of(text => new RequiredAction(text)),
        [typeof(StorageCheck)] = Of(text => new StorageCheck(text)),
        [typeof(StorageRole)] = Of(text => new StorageRole(text)),
        [typeof(TierStatus)] = Of(text => new TierStatus(text)),
        [typeof(TrustGrantStatus)] = Of(text => new TrustGrantStatus(text)),
        [typeof(WebhookEventType)] = Of(text => new WebhookEventType(text)),
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => ByType.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        ByType[typeToConvert];

    private static ValueTextConverter<TValue> Of<TValue>(Func<string?, TValue> create)
        where TValue : struct => new(create);
}
