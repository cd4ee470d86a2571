using FluentProfiles.Mirror.Model.Columns;

namespace FluentProfiles.Mirror.Tests.Model;

public sealed class MirrorModelTests
{
    [Fact]
    public void Columns_AreTheMembersThatListsReport() =>
        Assert.Equal(
            [
                "access_type",
                "created_at",
                "enforcement_status",
                "external_user_details.account_status",
                "external_user_details.country",
                "external_user_details.email_hash",
                "external_user_details.entity_type",
                "external_user_details.name_hash",
                "external_user_details.onboarded_at",
                "external_user_details.reference_id",
                "id",
                "name",
                "programs.cyber.requirements.data_retention",
                "programs.cyber.requirements.human_review",
                "programs.cyber.status",
                "updated_at",
            ],
            ProfileColumns.All.Select(column => column.Path).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void EachColumn_HasADocumentedProperty() =>
        Assert.All(
            ProfileColumns.All,
            column => Assert.Equal(column.Type, typeof(MirroredProfile).GetProperty(column.Name)?.PropertyType)
        );
}
