"""The accounts' addresses below /mijn/, under the names by which allauth finds them.

``ACCOUNT_LOGIN_BY_CODE_ENABLED`` stays off: it would only add a second address for asking a code, and our
page "account_login" asks for one already.
"""

from django.urls import path

from cms.accounts import views

urlpatterns = [
    path("inloggen/", views.LoginPage.as_view(), name="account_login"),
    path("inloggen/code/", views.CodePage.as_view(), name="account_confirm_login_code"),
    path("inloggen/link/<str:token>/", views.LinkPage.as_view(), name="account_login_link"),
    path("inloggen/wachtwoord/", views.PasswordPage.as_view(), name="account_login_by_password"),
    path("inloggen/passkey/", views.PasskeyLogin.as_view(), name="mfa_login_webauthn"),
    path("inloggen/tweede-stap/", views.SecondStepPage.as_view(), name="mfa_authenticate"),
    path("opnieuw-inloggen/", views.LogInAgainPage.as_view(), name="account_reauthenticate"),
    path("uitloggen/", views.LogoutPage.as_view(), name="account_logout"),
    path("beveiliging/", views.SecurityPage.as_view(), name="mfa_index"),
    path("beveiliging/passkey/", views.AddPasskeyPage.as_view(), name="mfa_add_webauthn"),
    path(
        "beveiliging/passkey/<int:pk>/verwijderen/",
        views.RemovePasskeyPage.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("beveiliging/app/", views.AddAppPage.as_view(), name="mfa_activate_totp"),
    path("beveiliging/app/verwijderen/", views.RemoveAppPage.as_view(), name="mfa_deactivate_totp"),
    path("beveiliging/herstelcodes/", views.RecoveryCodesPage.as_view(), name="mfa_view_recovery_codes"),
    path(
        "beveiliging/herstelcodes/nieuw/",
        views.NewRecoveryCodesPage.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
