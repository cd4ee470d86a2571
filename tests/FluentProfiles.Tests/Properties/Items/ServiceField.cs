namespace FluentProfiles.Tests.Properties.Items;

/// <summary>The fields by which the service sorts, and none.</summary>
internal enum ServiceField
{
    None,
    CreatedAt,
    Name,
}
