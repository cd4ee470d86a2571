namespace FluentProfiles.Tests.Properties.Steps;

/// <summary>The fields by which the service sorts, and none.</summary>
internal enum ServiceField
{
    None,
    CreatedAt,
    Name,
}
