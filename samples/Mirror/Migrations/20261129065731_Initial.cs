using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mirror.Migrations
{
    /// <inheritdoc />
    internal partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MirrorCandidate",
                columns: table => new
                {
                    Profile = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorCandidate", x => new { x.Profile, x.Kind });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorChange",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<byte[]>(type: "BLOB", nullable: true),
                    After = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorChange", x => new { x.Scope, x.Position });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorClaim",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LookFrom = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorClaim", x => new { x.Scope, x.Reference });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorErasure",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorErasure", x => new { x.Scope, x.Hash });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorEvent",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorEvent", x => new { x.Scope, x.Id });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorPass",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorPass", x => new { x.Scope, x.Kind });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorPendingRead",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorPendingRead", x => new { x.Scope, x.Profile });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorRemoval",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorRemoval", x => new { x.Scope, x.Profile });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorSchema",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Reader = table.Column<int>(type: "INTEGER", nullable: false),
                    LacksIndexes = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorSchema", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorScope",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Workspace = table.Column<string>(type: "TEXT", nullable: false),
                    Shape = table.Column<string>(type: "TEXT", nullable: false),
                    Gaps = table.Column<string>(type: "TEXT", nullable: true),
                    KeysGiven = table.Column<long>(type: "INTEGER", nullable: false),
                    LastMoment = table.Column<long>(type: "INTEGER", nullable: true),
                    LastRemoval = table.Column<long>(type: "INTEGER", nullable: true),
                    KeyPrint = table.Column<string>(type: "TEXT", nullable: true),
                    NewestAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LookedTo = table.Column<long>(type: "INTEGER", nullable: true),
                    AsOf = table.Column<long>(type: "INTEGER", nullable: true),
                    StatusesAsOf = table.Column<long>(type: "INTEGER", nullable: true),
                    NewAsOf = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    LastErrorAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseOwner = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseTerm = table.Column<long>(type: "INTEGER", nullable: false),
                    LeasedSince = table.Column<long>(type: "INTEGER", nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangesGiven = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangesDropped = table.Column<long>(type: "INTEGER", nullable: false),
                    Feed = table.Column<long>(type: "INTEGER", nullable: false),
                    ErasureKeys = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorScope", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MirroredMetadata",
                columns: table => new
                {
                    Profile = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirroredMetadata", x => new { x.Profile, x.Key });
                }
            );

            migrationBuilder.CreateTable(
                name: "Profiles",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    NameKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AccessType = table.Column<string>(type: "TEXT", nullable: true),
                    AccountStatus = table.Column<string>(type: "TEXT", nullable: true),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    EmailHash = table.Column<string>(type: "TEXT", nullable: true),
                    EntityType = table.Column<string>(type: "TEXT", nullable: true),
                    NameHash = table.Column<string>(type: "TEXT", nullable: true),
                    OnboardedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReferenceId = table.Column<string>(type: "TEXT", nullable: true),
                    EnforcementStatus = table.Column<string>(type: "TEXT", nullable: true),
                    CyberStatus = table.Column<string>(type: "TEXT", nullable: true),
                    CyberRequirementsDataRetention = table.Column<bool>(type: "INTEGER", nullable: true),
                    CyberRequirementsHumanReview = table.Column<bool>(type: "INTEGER", nullable: true),
                    Json = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Profiles", x => x.Key);
                }
            );

            migrationBuilder.CreateTable(
                name: "Purchases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    Customer = table.Column<string>(type: "TEXT", nullable: false),
                    Cents = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Purchases", x => x.Id);
                }
            );

            migrationBuilder.InsertData(
                table: "MirrorSchema",
                columns: new[] { "Id", "LacksIndexes", "Reader", "Version" },
                values: new object[] { 1, false, 1, 1 }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorCandidate_Scope_Kind_Profile",
                table: "MirrorCandidate",
                columns: new[] { "Scope", "Kind", "Profile" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorChange_Scope_Profile",
                table: "MirrorChange",
                columns: new[] { "Scope", "Profile" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorEvent_Scope_Profile",
                table: "MirrorEvent",
                columns: new[] { "Scope", "Profile" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorEvent_Scope_ReceivedAt",
                table: "MirrorEvent",
                columns: new[] { "Scope", "ReceivedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorPendingRead_Scope_DueAt",
                table: "MirrorPendingRead",
                columns: new[] { "Scope", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorRemoval_Scope_At",
                table: "MirrorRemoval",
                columns: new[] { "Scope", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorScope_Address_Workspace",
                table: "MirrorScope",
                columns: new[] { "Address", "Workspace" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirroredMetadata_Scope_Key_Value_CreatedAt_Profile",
                table: "MirroredMetadata",
                columns: new[] { "Scope", "Key", "Value", "CreatedAt", "Profile" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Scope_Country_EntityType_CreatedAt_Id",
                table: "Profiles",
                columns: new[] { "Scope", "Country", "EntityType", "CreatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Scope_CreatedAt_Id",
                table: "Profiles",
                columns: new[] { "Scope", "CreatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Scope_EnforcementStatus_CreatedAt_Id",
                table: "Profiles",
                columns: new[] { "Scope", "EnforcementStatus", "CreatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Scope_Id",
                table: "Profiles",
                columns: new[] { "Scope", "Id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Scope_NameKey_Id",
                table: "Profiles",
                columns: new[] { "Scope", "NameKey", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Scope_ReferenceId_CreatedAt_Id",
                table: "Profiles",
                columns: new[] { "Scope", "ReferenceId", "CreatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_Purchases_Customer", table: "Purchases", column: "Customer");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "MirrorCandidate");

            migrationBuilder.DropTable(name: "MirrorChange");

            migrationBuilder.DropTable(name: "MirrorClaim");

            migrationBuilder.DropTable(name: "MirrorErasure");

            migrationBuilder.DropTable(name: "MirrorEvent");

            migrationBuilder.DropTable(name: "MirrorPass");

            migrationBuilder.DropTable(name: "MirrorPendingRead");

            migrationBuilder.DropTable(name: "MirrorRemoval");

            migrationBuilder.DropTable(name: "MirrorSchema");

            migrationBuilder.DropTable(name: "MirrorScope");

            migrationBuilder.DropTable(name: "MirroredMetadata");

            migrationBuilder.DropTable(name: "Profiles");

            migrationBuilder.DropTable(name: "Purchases");
        }
    }
}
