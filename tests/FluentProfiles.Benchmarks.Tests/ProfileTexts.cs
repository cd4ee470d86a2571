using System.Text.Json;
using FluentProfiles.Benchmarks.HandWritten;

namespace FluentProfiles.Benchmarks.Tests;

/// <summary>Every field of a profile as one text, whoever has read it.</summary>
internal static class ProfileTexts
{
    public static string Of(ProfileDto profile) => JsonSerializer.Serialize(profile);

    public static string Of(UserProfile profile) =>
        Of(
            new ProfileDto
            {
                Id = profile.Id,
                Type = profile.Type,
                CreatedAt = profile.CreatedAt,
                UpdatedAt = profile.UpdatedAt,
                Metadata = profile.Metadata.ToDictionary(pair => pair.Key, pair => pair.Value),
                Name = profile.Name,
                AccessType = Text(profile.AccessType),
                ExternalUserDetails = Details(profile.ExternalUserDetails),
                EnforcementStatus = Text(profile.EnforcementStatus),
                EnforcementActions = [.. profile.EnforcementActions.Select(Action)],
                Programs = new()
                {
                    Cyber = profile.Programs.Cyber is { } cyber ? Cyber(cyber) : null,
                    Efs = profile.Programs.Efs is { } efs ? Efs(efs) : null,
                },
            }
        );

    /// <summary>What the official SDK has kept of a profile: its JSON, read as the hand-written loop reads it.</summary>
    public static string OfJson(object sdkProfile)
    {
        var json = JsonSerializer.SerializeToNode(sdkProfile, sdkProfile.GetType());
        return Of(json.Deserialize(DtoContext.Default.ProfileDto)!);
    }

    private static string? Text(object value) => value.ToString() is { Length: > 0 } text ? text : null;

    private static ExternalUserDetailsDto Details(ExternalUserDetails details) =>
        new()
        {
            AccountStatus = Text(details.AccountStatus),
            Country = details.Country,
            EmailHash = details.EmailHash,
            EntityType = Text(details.EntityType),
            NameHash = details.NameHash,
            OnboardedAt = details.OnboardedAt,
            ReferenceId = details.ReferenceId,
        };

    private static EnforcementActionDto Action(EnforcementAction action) =>
        new()
        {
            Id = action.Id,
            Type = Text(action.Type),
            Action = Text(action.Action),
            ExpiresAt = action.ExpiresAt,
            OpenedAt = action.OpenedAt,
            Reason = Text(action.Reason),
        };

    private static CyberProgramDto Cyber(CyberProgram cyber) =>
        new()
        {
            Status = Text(cyber.Status),
            Requirements = cyber.Requirements is { } requirements
                ? new() { DataRetention = requirements.DataRetention, HumanReview = requirements.HumanReview }
                : null,
            Tiers = cyber.Tiers.ToDictionary(
                tier => tier.Key,
                tier => new StatusDto { Status = Text(tier.Value.Status) }
            ),
        };

    private static EfsProgramDto Efs(EfsProgram efs) =>
        new()
        {
            Status = Text(efs.Status),
            Features = efs.Features.ToDictionary(
                feature => feature.Key,
                feature => new StatusDto { Status = Text(feature.Value.Status) }
            ),
        };
}
